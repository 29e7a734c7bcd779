import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfirmButton, type ConfirmButtonProps } from './ConfirmButton';

/** Opens the dialog of a button that does this. */
async function ask(props: Pick<ConfirmButtonProps, 'run' | 'check'>) {
  renderInTestApp(
    <ConfirmButton
      label="Remove"
      title="Remove the cluster?"
      question="There is no way back."
      confirmLabel="Remove it"
      keepLabel="Keep it"
      failedTitle="It was not removed"
      {...props}
    >
      {failure => failure && <p>{failure.name}</p>}
    </ConfirmButton>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  return screen.findByRole('button', { name: 'Remove it' });
}

const isClosed = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

it('does nothing before the person confirms, then does it once and closes', async () => {
  const done: string[] = [];
  let finish = () => {};
  const confirm = await ask({
    run: () => {
      done.push('removed');
      return new Promise<void>(resolve => {
        finish = resolve;
      });
    },
  });
  expect(screen.getByText('There is no way back.')).toBeInTheDocument();
  expect(done).toEqual([]);
  await userEvent.dblClick(confirm);
  finish();
  await isClosed();
  expect(done).toEqual(['removed']);
});

it('stays with the reason when it fails, so that the person can try again', async () => {
  let isInUse = true;
  const confirm = await ask({
    run: async () => {
      if (isInUse) throw new Error('It is in use');
    },
  });
  await userEvent.click(confirm);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('It was not removed');
  expect(alert).toHaveTextContent('It is in use');
  expect(screen.getByText('Error')).toBeInTheDocument();
  isInUse = false;
  await userEvent.click(screen.getByRole('button', { name: 'Remove it' }));
  await isClosed();
});

it('sends nothing that is not ready', async () => {
  const done: string[] = [];
  const confirm = await ask({
    check: () => false,
    run: async () => done.push('removed'),
  });
  await userEvent.click(confirm);
  expect(screen.getByRole('dialog')).toBeInTheDocument();
  expect(done).toEqual([]);
});

it('keeps things as they are when the person thinks better of it', async () => {
  const done: string[] = [];
  await ask({ run: async () => done.push('removed') });
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  await isClosed();
  expect(done).toEqual([]);
});
