import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Component } from './Component.mjs';
import { writeCredentials, writeKubeconfig } from './credentials.mjs';
import { freePorts } from './freePorts.mjs';
import { waitUntilReady } from './waitUntilReady.mjs';

/**
 * Starts etcd, kube-apiserver and, where the folder has it, kube-controller-manager on free ports of this machine, with
 * data that goes when they stop. RBAC is on; the kubeconfig is an administrator's.
 */
export async function startControlPlane(binaries) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kube-apiserver-'));
  const [etcdPort, peerPort, apiPort] = await freePorts(3);
  const etcd = `http://127.0.0.1:${etcdPort}`;
  const server = `https://127.0.0.1:${apiPort}`;
  const credentials = writeCredentials(folder);
  const caFile = path.join(folder, 'apiserver.crt');
  const kubeconfig = path.join(folder, 'kubeconfig');
  const components = [];
  const start = (name, args) => {
    const component = new Component(name, path.join(binaries, name), args);
    components.push(component);
    return component;
  };
  const kill = () => {
    for (const component of components) component.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', kill);
  const stop = async () => {
    for (const component of components.reverse()) await component.stop();
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', kill);
  };
  try {
    start('etcd', etcdArguments(folder, etcd, peerPort));
    start(
      'kube-apiserver',
      apiServerArguments(folder, apiPort, etcd, credentials),
    );
    await waitUntilReady(server, {
      token: credentials.token,
      caFile,
      components,
    });
    const ca = readFileSync(caFile, 'utf8');
    writeKubeconfig(kubeconfig, { server, ca, token: credentials.token });
    const hasControllers = existsSync(
      path.join(binaries, 'kube-controller-manager'),
    );
    if (hasControllers) {
      start(
        'kube-controller-manager',
        controllerArguments(kubeconfig, caFile, credentials),
      );
    }
    return { server, kubeconfig, hasControllers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdArguments(folder, client, peerPort) {
  const peer = `http://127.0.0.1:${peerPort}`;
  return [
    `--data-dir=${path.join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // Nothing here outlives the run.
    '--unsafe-no-fsync=true',
    '--log-level=warn',
  ];
}

function apiServerArguments(folder, port, etcd, credentials) {
  return [
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port}`,
    // It makes a certificate of its own here.
    `--cert-dir=${folder}`,
    `--etcd-servers=${etcd}`,
    `--token-auth-file=${credentials.tokenFile}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${credentials.publicKeyFile}`,
    `--service-account-signing-key-file=${credentials.privateKeyFile}`,
    '--endpoint-reconciler-type=none',
  ];
}

function controllerArguments(kubeconfig, caFile, credentials) {
  return [
    `--kubeconfig=${kubeconfig}`,
    `--root-ca-file=${caFile}`,
    `--service-account-private-key-file=${credentials.privateKeyFile}`,
    '--leader-elect=false',
    // It offers nothing itself: neither metrics nor health.
    '--secure-port=0',
  ];
}
