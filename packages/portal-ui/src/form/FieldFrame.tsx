import { useId, type ReactNode } from 'react';
import { Flex, Text } from '@backstage/ui';

/** What a field needs to know about its problem. Spread it into the field. @public */
export type FieldFrameProps = {
  isInvalid: boolean;
  'aria-describedby': string | undefined;
};

/**
 * A field with the sentence that says what is wrong with it, for eyes and for screen readers.
 *
 * @remarks
 * The fields of Backstage UI take no error message of ours: they show what native validation says, in the browser's
 * language.
 *
 * @public
 */
export function FieldFrame(props: {
  problem: string | undefined;
  children: (field: FieldFrameProps) => ReactNode;
}) {
  const { problem, children } = props;
  const id = useId();
  return (
    <Flex direction="column" gap="1">
      {children({
        isInvalid: Boolean(problem),
        'aria-describedby': problem ? id : undefined,
      })}
      {problem && (
        <Text as="p" id={id} variant="body-small" color="danger">
          {problem}
        </Text>
      )}
    </Flex>
  );
}
