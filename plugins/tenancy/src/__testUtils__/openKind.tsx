import { useState } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { RequestPayload } from '@caas/plugin-approvals-common';
import type { RequestKindScreens } from '@caas/plugin-approvals-react';
import { tenancyApiRef, type TenancyApi } from '@caas/plugin-tenancy-react';
import { fakeTenancyApi } from '@caas/plugin-tenancy-react/testing';
import { fakeClustersView } from '../__fixtures__/fakeClustersView';
import { clustersViewApiRef, type ClustersView } from '../clustersApi';
import { testApp } from './testApp';

/** What a person has made of a form. */
export type Held = {
  /** What the form holds. */
  payload: RequestPayload;
  /** What would be sent. */
  sent: RequestPayload;
  problems: Readonly<Record<string, string>>;
};

const same = (payload: RequestPayload) => payload;

/** Stands for the desk's page: all pages of the form at once, with everything that is wrong with them. */
function Page(props: {
  screens: RequestKindScreens;
  prefill: RequestPayload;
  held: Held;
}) {
  const { screens, prefill, held } = props;
  const [payload, setPayload] = useState({
    ...screens.initialPayload,
    ...prefill,
  });
  const problems = screens.useValidation()(payload);
  const { toPayload = same } = screens;
  Object.assign(held, { payload, problems, sent: toPayload(payload) });
  return (
    <>
      {screens.parts.map(({ id, Form }) => (
        <Form
          key={id}
          tenant="life"
          value={payload}
          onChange={setPayload}
          onDefault={setPayload}
          errors={problems}
        />
      ))}
    </>
  );
}

type Options = {
  prefill?: RequestPayload;
  api?: TenancyApi;
  clusters?: ClustersView;
  language?: 'zh-CN' | 'en';
};

/** Opens the form of a kind, and answers what the person makes of it. */
export function openForm(
  screens: RequestKindScreens,
  options: Options = {},
): Held {
  const { prefill = {}, language } = options;
  const { api = fakeTenancyApi(), clusters = fakeClustersView() } = options;
  const held: Held = { payload: {}, sent: {}, problems: {} };
  renderInTestApp(<Page screens={screens} prefill={prefill} held={held} />, {
    ...testApp(language),
    apis: [
      [tenancyApiRef, api],
      [clustersViewApiRef, clusters],
    ],
  });
  return held;
}

/** Opens the view of a payload. */
export function openPayload(
  { PayloadView }: RequestKindScreens,
  payload: RequestPayload,
  language?: 'zh-CN' | 'en',
) {
  return renderInTestApp(
    <PayloadView tenant="life" payload={payload} />,
    testApp(language),
  );
}
