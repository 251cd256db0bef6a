import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { firstLook } from '../../src/ui/first-look.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/popup.tsx';
import '../../src/ui/popup.css';

const { search } = location;
void firstLook(search).then((look) => mount('extensionName', <Popup search={search} look={look} />));
