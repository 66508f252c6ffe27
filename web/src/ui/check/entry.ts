// What the rest of the screen loads of the check: its parts, each with the sentences that it says.
import { loadCheckText } from '../text/check.ts';
import { CheckDialog } from './check-dialog.tsx';
import { CheckPage } from './check-page.tsx';

export async function loadCheckPage() {
  await loadCheckText();
  return CheckPage;
}

export async function loadCheckDialog() {
  await loadCheckText();
  return CheckDialog;
}
