import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/popup.tsx';
import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import '../../src/ui/popup.css';

mount('extensionName', <Popup search={location.search} />);
