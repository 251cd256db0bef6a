import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { mount } from '../../src/ui/mount.tsx';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import '../../src/ui/welcome/welcome.css';

mount('welcomeTitle', <Welcome />);
