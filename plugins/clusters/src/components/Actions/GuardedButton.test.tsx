import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GuardedButton } from './GuardedButton';

const show = (isAllowed: boolean, onPress = () => {}) =>
  renderInTestApp(
    <GuardedButton
      label="Restart"
      isAllowed={isAllowed}
      deniedHelp="Ask an administrator of the tenant."
      onPress={onPress}
    />,
  );
const button = () => screen.findByRole('button', { name: 'Restart' });

it('is a button for those who may', async () => {
  let presses = 0;
  show(true, () => {
    presses += 1;
  });
  await userEvent.click(await button());
  expect(presses).toBe(1);
});

it('says whom to ask to whoever may not, also to the keyboard, and does nothing', async () => {
  let presses = 0;
  show(false, () => {
    presses += 1;
  });
  const shown = await button();
  expect(shown).toHaveAttribute('aria-disabled', 'true');
  while (document.activeElement !== shown) await userEvent.tab();
  expect(await screen.findByRole('tooltip')).toHaveTextContent(
    'Ask an administrator of the tenant.',
  );
  await userEvent.keyboard('{Enter}');
  await userEvent.click(shown);
  expect(presses).toBe(0);
});
