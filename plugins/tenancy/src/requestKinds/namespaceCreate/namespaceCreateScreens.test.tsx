import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi } from '../../__fixtures__/fakeTenancyApi';
import { life } from '../../__fixtures__/tenants';
import { testApp } from '../../__testUtils__/testApp';
import { namespaceCreateScreens } from '.';

const { Form, PayloadView, initialPayload, useValidation } =
  namespaceCreateScreens;

/** Stands for the desk's page: holds the payload, and shows what is wrong with it at once. */
function Page(props: { onPayload(payload: RequestPayload): void }) {
  const [payload, setPayload] = useState(initialPayload);
  const validate = useValidation();
  return (
    <Form
      tenant="life"
      value={payload}
      onChange={next => {
        setPayload(next);
        props.onPayload(next);
      }}
      errors={validate(payload)}
    />
  );
}

function open(options: { api?: TenancyApi; language?: 'zh-CN' | 'en' } = {}) {
  const { api = fakeTenancyApi(), language } = options;
  const onPayload = jest.fn();
  renderInTestApp(<Page onPayload={onPayload} />, {
    ...testApp(language),
    apis: [[tenancyApiRef, api]],
  });
  return onPayload;
}

const choosePool = async (name: RegExp) => {
  await userEvent.click(
    await screen.findByRole('button', { name: /Environment and cluster/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name }));
};

describe('the form of a namespace', () => {
  it('shows the full name while the person types, and takes a pool and a size', async () => {
    const onPayload = open();
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'billing',
    );
    await choosePool(/Production · prod/);
    expect(screen.getByText('life-billing-prod')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /^S:/ }));
    expect(onPayload).toHaveBeenLastCalledWith({
      name: 'billing',
      cluster: 'prod',
      environment: 'prod',
      cpu: '1',
      memory: '2Gi',
    });
  });

  it('takes a custom size, and says what is wrong with it', async () => {
    open();
    await userEvent.click(await screen.findByRole('radio', { name: 'Custom' }));
    const cpu = await screen.findByRole('textbox', { name: /CPU/ });
    await userEvent.clear(cpu);
    await userEvent.type(cpu, 'two');
    expect(cpu).toHaveAccessibleDescription(
      /‘two’ is not an amount of CPU: write cores/,
    );
  });

  it('warns when the pool has less left', async () => {
    open();
    await choosePool(/Development · nonprod/);
    expect(screen.queryByText(/more than the pool has left/)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /^L:/ }));
    expect(
      await screen.findByText(/more than the pool has left/),
    ).toBeInTheDocument();
  });

  it('chooses the only pool by itself', async () => {
    const onPayload = open({
      api: fakeTenancyApi([{ ...life, quotas: life.quotas.slice(0, 1) }]),
    });
    await waitFor(() =>
      expect(onPayload).toHaveBeenCalledWith(
        expect.objectContaining({ cluster: 'nonprod', environment: 'dev' }),
      ),
    );
  });

  it('says whom to ask for a tenant without a quota', async () => {
    open({ api: fakeTenancyApi([{ ...life, quotas: [] }]) });
    expect(
      await screen.findByText('This tenant has no quotas'),
    ).toBeInTheDocument();
  });

  it('speaks Chinese, also about what is wrong', async () => {
    open({ language: 'zh-CN' });
    const name = await screen.findByRole('textbox', { name: /名称/ });
    await userEvent.type(name, 'A_b');
    expect(name).toHaveAccessibleDescription(/名称只能包含小写字母/);
    expect(screen.getByText('请选择环境与集群')).toBeInTheDocument();
  });
});

describe('the payload of a namespace', () => {
  it('is shown with its full name and its amounts', async () => {
    renderInTestApp(
      <PayloadView
        tenant="life"
        payload={{
          name: 'billing',
          cluster: 'nonprod',
          environment: 'dev',
          cpu: '500m',
          memory: 'a lot',
        }}
      />,
      testApp(),
    );
    expect(await screen.findByText('life-billing-dev')).toBeInTheDocument();
    expect(screen.getByText('Development')).toBeInTheDocument();
    expect(screen.getByText('0.5 cores')).toBeInTheDocument();
    expect(screen.getByText('a lot')).toBeInTheDocument();
  });
});
