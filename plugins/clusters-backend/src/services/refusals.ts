import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import { ClusterAnswerError } from '../clients/KubernetesActions';

/**
 * What a person is told when a cluster does not do what they asked: it is gone (404), it changed (409), the cluster does
 * not take it (400), does not let the portal (403), or does not answer (503).
 *
 * @param what - The object, as a sentence names it.
 */
export function tellRefusal(
  error: unknown,
  { what, cluster }: { what: Bilingual; cluster: string },
): Error {
  const { name, message } = error as Error;
  if (!(error instanceof ClusterAnswerError)) {
    return name === 'ClusterUnavailableError'
      ? withChinese(
          new ServiceUnavailableError(message),
          `集群“${cluster}”暂时不可用：${message}`,
        )
      : (error as Error);
  }
  const { 'zh-CN': chinese, en } = what;
  const said = `cluster '${cluster}' answered: ${message}`;
  const saidInChinese = `集群“${cluster}”的回答：${message}`;
  switch (error.code) {
    case 404:
      return withChinese(
        new NotFoundError(`There is no ${en}: ${said}`),
        `没有${chinese}。${saidInChinese}`,
      );
    case 409:
      return withChinese(
        new ConflictError(
          `${en} was changed in the meantime: ${said}. Look at it again, then repeat what you did.`,
        ),
        `${chinese}已被他人更改，请刷新后重试。${saidInChinese}`,
      );
    case 403:
      return withChinese(
        new NotAllowedError(
          `The portal may not do this to ${en}: ${said}. Ask a platform administrator to give the portal's service account the right.`,
        ),
        `门户无权对${chinese}执行此操作，请平台管理员为门户的服务账号授权。${saidInChinese}`,
      );
    case 400:
    case 422:
      return withChinese(
        new InputError(`${en}: ${said}`),
        `${chinese}：${saidInChinese}`,
      );
    default:
      return withChinese(
        new ServiceUnavailableError(`${en}: ${said}. Try again later.`),
        `${chinese}：请稍后重试。${saidInChinese}`,
      );
  }
}
