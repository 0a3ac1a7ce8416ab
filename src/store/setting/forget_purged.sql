DELETE FROM setting
WHERE key IN ('last-learner', 'checklist')
  AND NOT EXISTS (SELECT 1 FROM learner WHERE instr(setting.value, learner.id) > 0)
