import { render, screen } from '@testing-library/react';
import { TextField } from '@backstage/ui';
import { FieldFrame } from './FieldFrame';

const open = (problem?: string) =>
  render(
    <FieldFrame problem={problem}>
      {field => <TextField {...field} label="CPU" />}
    </FieldFrame>,
  );

describe('FieldFrame', () => {
  it('says at the field what is wrong with it', () => {
    open('Write cores');
    const field = screen.getByRole('textbox', { name: 'CPU' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Write cores');
  });

  it('leaves a field alone that is fine', () => {
    open();
    expect(screen.getByRole('textbox', { name: 'CPU' })).toBeValid();
  });
});
