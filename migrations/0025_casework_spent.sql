-- Casework 办理: a local promise of how the handling begins is asked of nobody once the handling is over; the matter itself keeps it.

delete from casework.running
where clock in ('D05', 'D06a', 'D06b', 'D07')
  and stage not in ('registered', 'triaged', 'awaitingLeadership', 'awaitingAcceptance', 'objectionPending', 'jurisdictionPending',
                    'accepted', 'inProgress', 'studying', 'opinionIssued', 'withdrawn');
