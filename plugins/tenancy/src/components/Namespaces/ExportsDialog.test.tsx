import { ServiceUnavailableError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi, namespaces } from '@caas/plugin-tenancy-react/testing';
import { renderTenancy } from '../../__testUtils__/renderTenancy';

const kept = {
  id: 'export-1',
  takenAt: '2026-11-20T01:00:00.000Z',
  objectCount: 12,
  bytes: 34 * 1024,
  gaps: ["Secret 'database' is not in it: what it holds is not kept"],
};

/** Opens what was kept of a namespace that is deleted. */
async function open(namespaceExports: Partial<TenancyApi['namespaceExports']>) {
  const [billing] = namespaces;
  const api = fakeTenancyApi({
    namespaces: [{ ...billing, state: 'deleted', lease: undefined }],
  });
  const list = async () => ({ items: [kept] });
  renderTenancy({
    path: '/tenants/life?part=namespaces',
    api: {
      ...api,
      namespaceExports: { list, ...namespaceExports },
      // The pages ask for these two alone.
    } as TenancyApi,
  });
  expect(
    await screen.findByText('This tenant has no namespaces yet'),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('switch', { name: 'Those that were deleted' }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /What can be done with/ }),
  );
  const ways = await screen.findAllByRole('menuitem');
  expect(ways.map(({ textContent }) => textContent)).toEqual([
    'Show the request',
    'What was kept of it',
  ]);
  await userEvent.click(ways[1]);
  return within(await screen.findByRole('dialog'));
}

describe('what was kept of a deleted namespace', () => {
  it('can be downloaded, and says what is not in it', async () => {
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => {},
    });
    const dialog = await open({
      get: async () => ({ ...kept, manifests: 'kind: Service\n' }),
    });
    expect(await dialog.findByText(/12 objects, 34 KiB/)).toBeInTheDocument();
    expect(dialog.getByText(/Secret 'database'/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: /Download/ }));
    expect(files).toHaveLength(1);
  });

  it('stays with the reason when it cannot be downloaded', async () => {
    const dialog = await open({
      get: async () => {
        throw new ServiceUnavailableError('The database is down');
      },
    });
    await userEvent.click(
      await dialog.findByRole('button', { name: /Download/ }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The database is down',
    );
  });

  it('says when there is nothing', async () => {
    const dialog = await open({ list: async () => ({ items: [] }) });
    expect(
      await dialog.findByText('Nothing was kept of it'),
    ).toBeInTheDocument();
  });
});
