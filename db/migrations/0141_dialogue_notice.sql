-- Who asked a question or signed up is told that the day of the dialogue moved, or that it will not be held.
alter table notice drop constraint notice_template_is_known;
alter table notice add constraint notice_template_is_known check (template in (
  'received', 'step-taken', 'second-road-open', 'answer-ready', 'confirm-signature', 'dialogue-changed'));
