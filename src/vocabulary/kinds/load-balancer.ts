import type { Resource, Setting } from '../resource-types.ts';
import { BALANCING_API } from './target-group.ts';

const attribute = (terraform: string, more: Partial<Setting> = {}): Setting => ({
  type: 'attribute',
  terraform,
  cloudformation: null,
  ...more,
});

export const LOAD_BALANCER: Resource = {
  kind: 'load-balancer',
  page: `${BALANCING_API}CreateLoadBalancer.html`,
  types: {
    terraform: ['aws_lb', 'aws_alb'],
    cloudformation: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    cdk: { ApplicationLoadBalancer: { type: 'application' }, NetworkLoadBalancer: { type: 'network' } },
  },
  name: 'name',
  isReferredById: true,
  attributes: 'LoadBalancerAttributes',
  settings: {
    'access_logs.s3.bucket': attribute('access_logs.bucket'),
    'access_logs.s3.enabled': attribute('access_logs.enabled', {
      cdkMethod: 'logAccessLogs',
      default: 'false',
    }),
    'access_logs.s3.prefix': attribute('access_logs.prefix'),
    'connection_logs.s3.enabled': attribute('connection_logs.enabled'),
    'health_check_logs.s3.bucket': attribute('health_check_logs.bucket'),
    'health_check_logs.s3.enabled': attribute('health_check_logs.enabled', { default: 'false' }),
    'health_check_logs.s3.prefix': attribute('health_check_logs.prefix'),
    'idle_timeout.timeout_seconds': attribute('idle_timeout'),
    internal: { type: 'boolean', cloudformation: null },
    name: { type: 'text', cdk: 'loadBalancerName', answer: 'LoadBalancerName' },
    scheme: { type: 'text', terraform: null },
    subnets: { type: 'structure' },
    type: { type: 'text', terraform: 'load_balancer_type' },
  },
  links: [
    {
      role: 'notifies',
      to: ['bucket'],
      settings: ['access_logs.s3.bucket', 'health_check_logs.s3.bucket'],
      cloudformation: ['LoadBalancerAttributes'],
    },
  ],
};
