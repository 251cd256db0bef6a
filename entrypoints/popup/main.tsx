import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { mount } from '../../src/ui/mount.tsx';
import { firstLook } from '../../src/ui/popup/first-look.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import '../../src/ui/popup/popup.css';

const { search } = location;
void firstLook(search).then((look) => mount('extensionName', <Popup search={search} look={look} />));
