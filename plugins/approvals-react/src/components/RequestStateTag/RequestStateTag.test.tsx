import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { REQUEST_STATES } from '@caas/plugin-approvals-common';
import chinese from '../../zh-CN';
import { RequestStateTag } from './RequestStateTag';

describe('RequestStateTag', () => {
  it('has a word for every state, in both languages', async () => {
    renderInTestApp(
      <ul>
        {REQUEST_STATES.map(state => (
          <li key={state}>
            <RequestStateTag state={state} />
          </li>
        ))}
      </ul>,
    );
    const words = (await screen.findAllByRole('listitem')).map(
      item => item.textContent,
    );
    expect(new Set(words).size).toBe(REQUEST_STATES.length);
    expect(Object.keys(chinese)).toEqual(
      REQUEST_STATES.map(state => `state.${state}`),
    );
  });
});
