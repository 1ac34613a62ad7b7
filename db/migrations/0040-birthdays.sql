-- By the day of the year, so that birthdays of the coming days are found.
create index "customer_birthday_day_idx" on "customer" ((case when left("birthday", 1) = 'L' then 'L' else '' end || right("birthday", 5)));

create index "contact_birthday_day_idx" on "contact" ((case when left("birthday", 1) = 'L' then 'L' else '' end || right("birthday", 5)));
