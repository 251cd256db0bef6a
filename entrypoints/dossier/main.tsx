import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { Dossier } from '../../src/ui/dossier/dossier.tsx';
import { mount } from '../../src/ui/mount.tsx';
import '../../src/ui/dossier/dossier.css';
import '../../src/ui/dossier/figures.css';
import '../../src/ui/dossier/print.css';

mount('dossier', <Dossier />);
