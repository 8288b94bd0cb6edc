"""A dataset, opened: its tables, and the joins that everyone needs."""

from __future__ import annotations

import pandas as pd

from pledgecards.analysis.tables import By, Period, Tables


class Dataset(Tables):
    """The dataset in a folder that `pledgecards convert --out` wrote.

    Each table is an attribute: `ds.cards`, `ds.budget` … Their columns are in `docs/data-dictionary.md`; all are
    Arrow-backed, so a null is `<NA>` in a column of any type and whole numbers stay whole.

    `DatasetError`: the folder holds no dataset, or one whose columns are not those of this version.
    """

    def budget_sums(self, by: By = "body", period: Period = "whole") -> pd.DataFrame:
        """What is planned to be spent, by source of funding; rows never overlap, so any of them may be added up.

        period  `whole`: everything that the card plans (its 계 column; where it prints none, all its periods).
                `year`: by calendar year; what is planned before or after the term is left out.
        by      `card`: card_id, municipality, pledge_no, title, basis, funding, (year,) won.
                `body`: municipality (null where it is not known), funding, (year,) won, cards (how many cards it sums).

        won      the amount in won.
        funding  `national` | `metro` | `local` | `private` | `other` | `unstated` (the card does not say where that money
                 comes from). There is no `total`: it is the sum of these.
        basis    what of the card was summed: `grand_total`, the block without project, or `projects`, where it has none.

        Only cards whose figures are sure are in it; `budget_left_out` says which are not, and why. Money that the state
        gives through a metropolitan city stands in the cards of both: do not add up bodies of different tiers.
        """
        from pledgecards.analysis.budget import budget_sums

        return budget_sums(self, by, period)

    def budget_left_out(self, period: Period = "whole") -> pd.DataFrame:
        """The cards that `budget_sums` of that period leaves out: card_id, municipality, pledge_no, title, reason, detail.

        reason  `no_budget`: nothing was read from a budget table (for `year`: nothing with a year).
                `issue`: an error or a warning stands against the budget table; its codes are in detail.
                `two_totals`: a 계 of sources stands twice. `parts_differ`: a 계 is not the sum of its sources.
                `source_twice`: a source stands twice and no 계 shows whether both count.
                `year_twice`: two columns belong to one year, so that they may overlap.
                `same_pledge`: a newer or surer card of the same pledge is summed; detail names it.
        """
        from pledgecards.analysis.budget import budget_left_out

        return budget_left_out(self, period)

    def repeated_cards(self) -> pd.DataFrame:
        """Cards of a pledge that another card of the dataset tells too: card_id, counted (the card_id of that other card).

        A pledge is the same where body, cohort, number and title are (two years' accounts of it, or its PDF and its text).
        The newest by as_of counts, of equals the first. Leave these out of any count or sum over cards.
        """
        from pledgecards.analysis.projects import repeated_cards

        return repeated_cards(self.cards).reset_index(drop=True)

    def targets(self) -> pd.DataFrame:
        """Targets beside results, year by year: card_id, project, unit, year, target, actual, share, met, target_milestone, actual_milestone.

        target, actual  numbers in `unit` (null: only words were printed, or nothing).
        share           actual / target in per cent; null where the target is 0 or one of them is null.
        met             whether actual ≥ target. Where less is better (complaints, accidents) read it the other way round.

        A target meets the result of the same project (bracketed remarks aside), unit, line and year. Where a project has
        more lines in one table than in the other, nothing says which belong together: each stands alone.
        """
        from pledgecards.analysis.progress import targets

        return targets(self)

    def progress(self) -> pd.DataFrame:
        """One row per card, every card: how far it has come, by its own account.

        card_id, municipality, pledge_no, title, stage (이행단계 as printed), as_of (date of the account),
        events       deeds of the performance section; events_dated: those with a date
        first, last  first day and last day of its dated deeds (a deed that goes on counts with its first day)
        compared     targets with a result of the same year; met: how many of these were reached
        rates        number of printed 이행률; rate, rate_least: their mean and their least, in per cent (null: none printed)
        review       whether an error or a warning stands against the card
        """
        from pledgecards.analysis.progress import progress

        return progress(self)

    def events_per_quarter(self, by: By = "body") -> pd.DataFrame:
        """How many deeds fall in each quarter: municipality (and card_id, title for `card`), year, quarter, events.

        A deed counts once, in the quarter it begins (ends, where only its end is told). Where only the year or the half is
        told, quarter is null; where there is no date, year is null too, so that no deed is lost. By body a pledge counts with one card alone (see
        `repeated_cards`); by card every card stands.
        """
        from pledgecards.analysis.timing import events_per_quarter

        return events_per_quarter(self, by)

    def plan_against_events(self) -> pd.DataFrame:
        """The Gantt table against the dated deeds, one row per project and quarter that either has.

        card_id, municipality, title, project, year, quarter,
        planned  whether a bar covers the quarter (null: the source cannot tell, or the Gantt has no such project or quarter)
        events   number of deeds that go on in the quarter: a deed of several quarters counts in each. Deeds of which only
                 the year or the half is told are left out; an open end reaches up to as_of (else only its first quarter)
        due      whether the quarter had begun by as_of (null: as_of is not known)
        outcome  `both` | `planned_only` | `events_only` | `neither`; null where planned is null

        Projects are matched by name, spaces, punctuation and bracketed remarks aside; a deed under another heading keeps
        its row, with planned null.
        """
        from pledgecards.analysis.timing import plan_against_events

        return plan_against_events(self)
