import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import {
  RequestKindBlueprint,
  type FieldErrors,
  type RequestKindFormProps,
  type RequestKindPayloadProps,
  type RequestKindScreens,
} from '@caas/plugin-approvals-react';
import type { RequestKind } from '@caas/plugin-approvals-common';
import { FactList, FieldFrame } from '@caas/portal-ui';
import { namespaceKind } from './requests';

const FIELDS = ['name', 'cpu'] as const;

/** One text field. */
function formOf(name: (typeof FIELDS)[number]) {
  return function Form({ value, onChange, errors }: RequestKindFormProps) {
    return (
      <FieldFrame problem={errors[name]}>
        {field => (
          <TextField
            {...field}
            label={name}
            value={String(value[name])}
            onChange={text => onChange({ ...value, [name]: text })}
          />
        )}
      </FieldFrame>
    );
  };
}

function PayloadView({ payload }: RequestKindPayloadProps) {
  return (
    <FactList
      facts={FIELDS.map(label => ({ label, value: String(payload[label]) }))}
    />
  );
}

const screens: RequestKindScreens = {
  initialPayload: { name: '', cpu: '2' },
  parts: [
    {
      id: 'name',
      title: { 'zh-CN': '名称', en: 'Name' },
      fields: ['name'],
      Form: formOf('name'),
    },
    {
      id: 'size',
      title: { 'zh-CN': '规格', en: 'Size' },
      fields: ['cpu'],
      Form: formOf('cpu'),
    },
  ],
  PayloadView,
  useValidation: () => payload =>
    (payload.name ? {} : { name: 'Give it a name' }) as FieldErrors,
};

/** A plugin that contributes small screens of two kinds: two pages with a field each. */
export const demoKindPlugin = createFrontendPlugin({
  pluginId: 'demo-kind',
  extensions: [
    RequestKindBlueprint.make({
      name: 'create',
      params: { kind: 'namespace.create', loader: async () => screens },
    }),
    RequestKindBlueprint.make({
      name: 'delete',
      params: { kind: 'namespace.delete', loader: async () => screens },
    }),
  ],
});

/** The two kinds, as their owner announces them. */
export const demoKinds: RequestKind[] = [
  namespaceKind,
  {
    ...namespaceKind,
    kind: 'namespace.delete',
    title: { 'zh-CN': '删除命名空间', en: 'Delete a namespace' },
    description: {
      'zh-CN': '删除命名空间及其中的全部内容',
      en: 'A namespace goes, with everything in it',
    },
  },
];
