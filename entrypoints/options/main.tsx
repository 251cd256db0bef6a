import '../../src/ui/theme.css';
import '../../src/ui/evidence.css';
import { mount } from '../../src/ui/mount.tsx';
import { Options } from '../../src/ui/options/options.tsx';
import '../../src/ui/options/options.css';
import '../../src/ui/lists/lists.css';

mount('optionsTitle', <Options />);
