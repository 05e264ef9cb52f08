import { keepRulesOff, readRulesOff } from '../../store/rule-switches.ts';

/** Which rules are switched off, in every document. */
export class RuleSwitches {
  /** Their ids. */
  off = $state.raw<readonly string[]>(readRulesOff());
  /** Whether the browser keeps the switches for the next visit. */
  kept = $state(true);

  isOff(rule: string): boolean {
    return this.off.includes(rule);
  }

  toggle(rule: string): void {
    this.off = this.isOff(rule) ? this.off.filter((id) => id !== rule) : [...this.off, rule];
    this.kept = keepRulesOff([...this.off]);
  }
}
