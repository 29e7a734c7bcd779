// Pods as an API server writes them, about 5 KB each, half of it the record of who owns which field. Deterministic: the same
// number is always the same pod.

/** How many of everything a fake cluster has. */
export type Size = { pods: number; nodes: number; namespaces: number };

/** So many pods belong to one service, if there are as many. */
export const BIG_SERVICE_PODS = 5_000;
export const BIG_SERVICE = 'policy-admin';
const PODS_PER_SERVICE = 10;

const hash = (index: number, length: number) =>
  ((index + 1) * 2_654_435_761)
    .toString(36)
    .slice(-length)
    .padStart(length, 'x');

export function nodeName(index: number): string {
  return `node-${String(index).padStart(4, '0')}.prod.example.internal`;
}

export function namespaceName(index: number): string {
  return `tenant-${index % 20}-system-${index}-prod`;
}

/** One pod, as text. */
export function renderPod(
  index: number,
  size: Size,
  version: number,
  restarts = 0,
): string {
  const isBig = index < Math.min(BIG_SERVICE_PODS, size.pods / 2);
  const number = Math.floor(index / PODS_PER_SERVICE);
  const service = isBig ? BIG_SERVICE : `service-${number}`;
  const namespace = namespaceName(
    isBig ? 0 : 1 + (number % (size.namespaces - 1)),
  );
  const template = hash(number, 9);
  const name = `${service}-${template}-${hash(index, 5)}${index}`;
  const uid = `${hash(index, 8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const node = nodeName(index % size.nodes);
  const image = `harbor.example.internal/tenant-${number % 20}/${service}:1.${number % 40}.${number % 7}`;
  const time = `2026-11-${String(1 + (index % 20)).padStart(2, '0')}T0${index % 10}:1${index % 6}:0${index % 9}Z`;
  return `{"metadata":{"name":"${name}","generateName":"${service}-${template}-","namespace":"${namespace}","uid":"${uid}","resourceVersion":"${version}","creationTimestamp":"${time}","labels":{"app":"${service}","app.kubernetes.io/name":"${service}","app.kubernetes.io/part-of":"core-system-${number % 22}","backstage.io/kubernetes-id":"${service}","pod-template-hash":"${template}","caas.io/environment":"prod"},"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"8080","prometheus.io/path":"/actuator/prometheus","cni.projectcalico.org/containerID":"${hash(index, 8)}${hash(index + 7, 8)}","cni.projectcalico.org/podIP":"10.${index % 250}.${number % 250}.${index % 200}/32"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"${service}-${template}","uid":"${hash(number, 8)}-0000-4000-8000-000000000000","controller":true,"blockOwnerDeletion":true}],"managedFields":${MANAGED_FIELDS}},"spec":{"volumes":[{"name":"kube-api-access-${hash(index, 5)}","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":"token"}},{"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}},{"downwardAPI":{"items":[{"path":"namespace","fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"}}]}}],"defaultMode":420}}],"containers":[{"name":"app","image":"${image}","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"env":[{"name":"SPRING_PROFILES_ACTIVE","value":"prod"},{"name":"JAVA_TOOL_OPTIONS","value":"-XX:MaxRAMPercentage=75 -Duser.timezone=Asia/Shanghai"},{"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}}],"resources":{"limits":{"cpu":"2","memory":"4Gi"},"requests":{"cpu":"500m","memory":"1Gi"}},"volumeMounts":[{"name":"kube-api-access-${hash(index, 5)}","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],"livenessProbe":{"httpGet":{"path":"/actuator/health/liveness","port":"http","scheme":"HTTP"},"initialDelaySeconds":30,"timeoutSeconds":3,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"readinessProbe":{"httpGet":{"path":"/actuator/health/readiness","port":"http","scheme":"HTTP"},"timeoutSeconds":3,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"default","serviceAccount":"default","nodeName":"${node}","securityContext":{"runAsNonRoot":true},"schedulerName":"default-scheduler","tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],"priority":0,"enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority"},"status":{"phase":"Running","conditions":[{"type":"PodReadyToStartContainers","status":"True","lastProbeTime":null,"lastTransitionTime":"${time}"},{"type":"Initialized","status":"True","lastProbeTime":null,"lastTransitionTime":"${time}"},{"type":"Ready","status":"True","lastProbeTime":null,"lastTransitionTime":"${time}"},{"type":"ContainersReady","status":"True","lastProbeTime":null,"lastTransitionTime":"${time}"},{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"${time}"}],"hostIP":"10.0.${index % 200}.${index % 250}","podIP":"10.${index % 250}.${number % 250}.${index % 200}","startTime":"${time}","containerStatuses":[{"name":"app","state":{"running":{"startedAt":"${time}"}},"lastState":{},"ready":true,"restartCount":${restarts},"image":"${image}","imageID":"harbor.example.internal/tenant-${number % 20}/${service}@sha256:${hash(number, 8).repeat(8)}","containerID":"containerd://${hash(index, 8).repeat(8)}","started":true}],"qosClass":"Burstable"}}`;
}

const MANAGED_FIELDS = JSON.stringify([
  {
    manager: 'kube-controller-manager',
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-11-20T01:12:30Z',
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:metadata': {
        'f:annotations': {
          '.': {},
          'f:prometheus.io/path': {},
          'f:prometheus.io/port': {},
          'f:prometheus.io/scrape': {},
        },
        'f:generateName': {},
        'f:labels': {
          '.': {},
          'f:app': {},
          'f:app.kubernetes.io/name': {},
          'f:pod-template-hash': {},
        },
        'f:ownerReferences': { '.': {}, 'k:{"uid":"0"}': {} },
      },
      'f:spec': {
        'f:containers': {
          'k:{"name":"app"}': {
            '.': {},
            'f:env': {
              '.': {},
              'k:{"name":"SPRING_PROFILES_ACTIVE"}': {
                '.': {},
                'f:name': {},
                'f:value': {},
              },
            },
            'f:image': {},
            'f:imagePullPolicy': {},
            'f:livenessProbe': { '.': {}, 'f:failureThreshold': {} },
            'f:name': {},
            'f:ports': {
              '.': {},
              'k:{"containerPort":8080,"protocol":"TCP"}': { '.': {} },
            },
            'f:resources': {
              '.': {},
              'f:limits': { '.': {}, 'f:cpu': {}, 'f:memory': {} },
            },
            'f:terminationMessagePath': {},
          },
        },
        'f:dnsPolicy': {},
        'f:enableServiceLinks': {},
        'f:restartPolicy': {},
        'f:schedulerName': {},
        'f:securityContext': { '.': {}, 'f:runAsNonRoot': {} },
      },
    },
  },
  {
    manager: 'kubelet',
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-11-20T01:12:41Z',
    fieldsType: 'FieldsV1',
    subresource: 'status',
    fieldsV1: {
      'f:status': {
        'f:conditions': {
          'k:{"type":"ContainersReady"}': {
            '.': {},
            'f:lastTransitionTime': {},
            'f:status': {},
          },
          'k:{"type":"Ready"}': {
            '.': {},
            'f:lastTransitionTime': {},
            'f:status': {},
          },
        },
        'f:containerStatuses': {},
        'f:hostIP': {},
        'f:phase': {},
        'f:podIP': {},
        'f:startTime': {},
      },
    },
  },
]);
