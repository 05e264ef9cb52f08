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
    this.set([rule], this.isOff(rule));
  }

  /** Switches rules on or off, and leaves the others as they are. */
  set(rules: readonly string[], on: boolean): void {
    const others = this.off.filter((id) => !rules.includes(id));
    this.off = on ? others : [...others, ...rules];
    this.kept = keepRulesOff([...this.off]);
  }
}
