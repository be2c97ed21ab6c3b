import { followAppearance } from '../appearance/follow-appearance.ts';
import { OptionsPage } from './options-page.ts';

followAppearance(document.documentElement);
const page = new OptionsPage(document.body);
await page.show();
