import { useId, type ReactNode } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';

/** @public */
export type SectionProps = {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * A titled part of a page, as a card. Screen readers find it by its title.
 *
 * @public
 */
export function Section({ title, actions, children }: SectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Card>
        <CardHeader>
          <Flex justify="between" align="center" gap="3">
            <Text as="h2" id={titleId} variant="title-x-small">
              {title}
            </Text>
            {actions && (
              <Flex align="center" gap="2">
                {actions}
              </Flex>
            )}
          </Flex>
        </CardHeader>
        <CardBody>{children}</CardBody>
      </Card>
    </section>
  );
}
