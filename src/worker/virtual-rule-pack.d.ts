declare module 'virtual:rule-pack' {
  import type { RulePack } from '../model/rule.ts';
  const rulePack: RulePack;
  export default rulePack;
}
