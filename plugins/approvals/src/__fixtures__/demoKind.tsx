import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import {
  RequestKindBlueprint,
  type FieldErrors,
  type RequestKindFormProps,
  type RequestKindPayloadProps,
  type RequestKindScreens,
} from '@caas/plugin-approvals-react';
import { FactList, FieldFrame } from '@caas/portal-ui';

const FIELDS = ['name', 'cpu'] as const;

function Form({ value, onChange, errors }: RequestKindFormProps) {
  return (
    <>
      {FIELDS.map(name => (
        <FieldFrame key={name} problem={errors[name]}>
          {field => (
            <TextField
              {...field}
              label={name}
              value={String(value[name])}
              onChange={text => onChange({ ...value, [name]: text })}
            />
          )}
        </FieldFrame>
      ))}
    </>
  );
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
  Form,
  PayloadView,
  useValidation: () => payload =>
    (payload.name ? {} : { name: 'Give it a name' }) as FieldErrors,
};

/** A plugin that contributes the smallest possible screens of `namespace.create`. */
export const demoKindPlugin = createFrontendPlugin({
  pluginId: 'demo-kind',
  extensions: [
    RequestKindBlueprint.make({
      params: { kind: 'namespace.create', loader: async () => screens },
    }),
  ],
});
