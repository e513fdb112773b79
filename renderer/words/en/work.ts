// English: playbooks and the weights that decisions would have. Keys begin with "playbook." or "judgement.".
export const work = {
  'playbook.title': 'Playbooks',
  'playbook.went': '{{project}}: {{well}} sessions went well at the first attempt, {{badly}} badly',
  'playbook.part.step': 'Run it first',
  'playbook.part.pitfall': 'Leave it out',
  'playbook.part.check': 'Check with it',
  'playbook.standing.waiting': 'Waits for you',
  'playbook.standing.turned-down': 'You said no',
  'playbook.standing.held': 'Not proposed yet',
  'playbook.weak': 'Little evidence',
  'playbook.helped': 'Helped {{helpful}}, harmed {{harmful}}',
  'playbook.found': 'Found {{helpful}}, missed {{harmful}}',
  'playbook.other.step': 'without it {{well}} well, {{badly}} badly',
  'playbook.other.pitfall': 'with it {{well}} well, {{badly}} badly',
  'playbook.turned_one': 'alone mended {{count}}',
  'playbook.turned_other': 'alone mended {{count}}',
  'playbook.review': 'Review the rule',
  'judgement.title': 'Your judgement',
  'judgement.table': 'How much each part of the score weighs',
  'judgement.dimension': 'Part',
  'judgement.usual': 'Usual',
  'judgement.yours': 'Yours',
  'judgement.inForce': 'In force',
  'judgement.too-early':
    'Too early: {{approved}} approved, {{rejected}} rejected. It takes 20 decisions, of which 4 are of each kind.',
  'judgement.better_one':
    'On {{count}} pair of decisions that they were not learned from, your weights agree with you in {{learned}} of 100, the usual ones in {{usual}}.',
  'judgement.better_other':
    'On {{count}} pairs of decisions that they were not learned from, your weights agree with you in {{learned}} of 100, the usual ones in {{usual}}.',
  'judgement.no-better_one':
    'Your weights are not surely better: on {{count}} pair they agree with you in {{learned}} of 100, the usual ones in {{usual}}.',
  'judgement.no-better_other':
    'Your weights are not surely better: on {{count}} pairs they agree with you in {{learned}} of 100, the usual ones in {{usual}}.',
  'judgement.adopted': 'Yours since {{day}}.',
  'judgement.adopt': 'Score by mine',
  'judgement.reset': 'Back to the usual ones',
  'judgement.saidAdopted': 'The next night scores by your weights.',
  'judgement.saidReset': 'The usual weights are in force.',
} as const;
