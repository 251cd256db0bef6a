import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { mount } from '../../src/ui/mount.tsx';
import { Panel } from '../../src/ui/popup/panel.tsx';
import '../../src/ui/popup/popup.css';

mount('extensionName', <Panel search={location.search} />);
