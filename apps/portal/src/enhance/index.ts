import '../style/index.css';
import { followHash } from './hash-code.ts';
import { saveWhileTyping } from './autosave.ts';
import { showUploads } from './uploads.ts';
import { tidyOnce } from './once.ts';

/** Everything works without this script; with it some things take fewer steps. */
document.documentElement.classList.add('js');
followHash();
saveWhileTyping();
showUploads();
tidyOnce();
