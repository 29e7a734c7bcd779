import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { withChinese, type Bilingual } from '@caas/contract';
import type {
  ChangedConnection,
  RegistrationChange,
  ClusterRegistration,
  ClusterRegistrationInput,
  RegistrationRemoval,
} from '@caas/plugin-clusters-common';
import type { Connection, ConnectionTester } from '../clients/ConnectionTester';
import { openToken } from '../clients/registeredDefinition';
import type { RegistrationConfig } from '../config/readRegistration';
import type { RegistrationStore } from '../database/RegistrationStore';
import type { Clock } from '../domain/Clock';
import { placeOfToken, type RegistrationRecord } from '../domain/registration';
import type { RegistrationService } from './RegistrationService';

type Options = {
  registrations: RegistrationStore;
  tester: ConnectionTester;
  config: RegistrationConfig;
  /** Names of the clusters of the configuration. */
  configured: readonly string[];
  countApplySets(cluster: string): Promise<number>;
  clock: Clock;
  /** Something was recorded: this replica need not wait for its next look. Never relied on. */
  onChange(): Promise<void>;
};

/** Nothing is saved before the whole test has passed; what is saved is one statement. */
export class DefaultRegistrationService implements RegistrationService {
  static create(options: Options): DefaultRegistrationService {
    return new DefaultRegistrationService(options);
  }

  private constructor(private readonly options: Options) {}

  test(connection: Connection) {
    return this.options.tester.test(connection);
  }

  async register(input: ClusterRegistrationInput, actor: string) {
    const { registrations, configured, clock } = this.options;
    const { name, token, ...content } = input;
    if (configured.includes(name)) throw isConfigured(name);
    if (await registrations.find(name)) {
      throw withChinese(
        new ConflictError(
          `A cluster is registered as '${name}' already: choose another name, or change that one`,
        ),
        `已有名为“${name}”的集群。请换一个名称，或修改已有的集群`,
      );
    }
    const sealedToken = this.seal(name, token);
    const test = await this.mustPass(input);
    const registration = await registrations.create(
      { ...content, name, sealedToken },
      { actor, now: clock.now() },
    );
    await this.tell();
    return { registration: withoutToken(registration), test };
  }

  async get(cluster: string) {
    if (this.options.configured.includes(cluster)) {
      throw withChinese(
        new NotFoundError(
          `The cluster '${cluster}' was not registered in the portal: it stands in the configuration of the portal, and is changed there`,
        ),
        `集群“${cluster}”不是在门户中登记的：它在门户的配置中，请在配置中修改`,
      );
    }
    return withoutToken(await this.find(cluster));
  }

  async testChange({ cluster, ...connection }: ChangedConnection) {
    const record = await this.find(cluster);
    return this.test(this.complete(connection, record));
  }

  async update(change: RegistrationChange, actor: string) {
    const { registrations, clock } = this.options;
    const { cluster: name, token, ...content } = change;
    const record = await this.find(name);
    const connection = this.complete(change, record);
    const sealedToken = token ? this.seal(name, token) : record.sealedToken;
    const test = await this.mustPass(connection);
    const registration = await registrations.update(
      { ...content, name, sealedToken },
      { actor, now: clock.now() },
    );
    await this.tell();
    return { registration: withoutToken(registration), test };
  }

  async remove(removal: RegistrationRemoval, actor: string) {
    const { registrations, countApplySets, clock } = this.options;
    const { cluster: name, version, leaveApplySets } = removal;
    await this.find(name);
    const left = await countApplySets(name);
    if (left > 0 && !leaveApplySets) {
      throw withChinese(
        new ConflictError(
          `${left} apply sets stand on the cluster '${name}': delete them first, or say 'leaveApplySets' to remove it all the same. Then they stall, and what they put there stays`,
        ),
        `集群“${name}”上还有 ${left} 个应用集。请先删除它们，或选择保留应用集而移除集群：它们将不再更新，已创建的对象会留在集群上`,
      );
    }
    await registrations.remove({ name, version }, { actor, now: clock.now() });
    await this.tell();
    return left;
  }

  private async find(name: string): Promise<RegistrationRecord> {
    const { registrations, configured } = this.options;
    if (configured.includes(name)) throw isConfigured(name);
    const record = await registrations.find(name);
    if (record) return record;
    throw withChinese(
      new NotFoundError(
        `There is no cluster '${name}' that was registered in the portal`,
      ),
      `门户中没有登记集群“${name}”`,
    );
  }

  /** With the stored token where none was given. It goes nowhere but where it was registered for. */
  private complete(
    { url, ca, token }: Connection,
    record: RegistrationRecord,
  ): Connection {
    if (token) return { url, ca, token };
    if (url !== record.url) {
      throw withChinese(
        new InputError(
          `token: '${url}' is another address than the stored token is for; write the token again`,
        ),
        `token: “${url}”与已保存令牌对应的地址不同，请重新填写令牌`,
      );
    }
    try {
      return { url, ca, token: openToken(record, this.options.config) };
    } catch (error) {
      const { message } = error as Error;
      throw withChinese(
        new InputError(`token: ${message}`),
        `token: 已保存的令牌无法打开，请重新填写令牌（${message}）`,
      );
    }
  }

  private seal(name: string, token: string): string {
    try {
      return this.options.config.readKeys().seal(token, placeOfToken(name));
    } catch (error) {
      const { message } = error as Error;
      throw withChinese(
        new ServiceUnavailableError(
          `Clusters cannot be registered. ${message}`,
        ),
        `目前不能登记集群，请联系平台管理员检查门户的配置（${message}）`,
      );
    }
  }

  private async mustPass({ url, ca, token }: Connection) {
    const test = await this.test({ url, ca, token });
    if (test.isUsable) return test;
    const failed = test.checks.filter(({ status }) => status === 'failed');
    const sentences = (language: keyof Bilingual) =>
      failed.map(({ id, message }) => `${id}: ${message[language]}`);
    throw withChinese(
      new InputError(`Nothing was saved. ${sentences('en').join('; ')}`),
      `没有保存：连接测试未通过。${sentences('zh-CN').join('；')}`,
    );
  }

  /** What is recorded stays recorded, whether this replica acts on it now or at its next look. */
  private async tell(): Promise<void> {
    await this.options.onChange().catch(() => {});
  }
}

function isConfigured(name: string): ConflictError {
  return withChinese(
    new ConflictError(
      `The cluster '${name}' stands in the configuration of the portal, and is changed there: choose another name for another cluster`,
    ),
    `集群“${name}”在门户的配置中，请在配置中修改；登记其他集群请换一个名称`,
  );
}

function withoutToken(record: RegistrationRecord): ClusterRegistration {
  const { sealedToken: _, ...registration } = record;
  return registration;
}
