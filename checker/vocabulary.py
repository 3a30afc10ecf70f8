"""Everything a rule may use, in one place: import from here and from nowhere else in the checker.

    from checker.vocabulary import Claim, Document, Linking, MentionKind, Rule, Severity, make_claim, read_setting

A rule reads the analysed document (sentences, clauses, mentions, quotations, attribution) and yields claims.
``make_claim`` fills in what every claim carries: its words (at most 200 characters), the words around, the people and
places involved, who says so, how firmly, and as of when.
"""

from __future__ import annotations

from checker.asking import (
    ask_about,
    ask_cause,
    ask_direction,
    ask_figure,
    ask_movement,
    ask_outcome,
    ask_place,
    ask_presence,
    ask_quoted,
    ask_report,
    ask_speech,
    ask_stage,
    ask_time,
    ask_unnamed,
)
from checker.attribution.hearsay import Hearsay, read_hearsay
from checker.attribution.hearsay import Kind as HearsayKind
from checker.attribution.nearby import names_near
from checker.attribution.newsgivers import NewsGiver, are_two_givers, read_newsgivers
from checker.attribution.occasions import SpokenWhen, compare_occasions
from checker.attribution.sayers import Sayer, name_sayer, read_turns
from checker.attribution.spoken import Speech, describe_speaker, name_unlisted, read_speech
from checker.attribution.tidings import Tiding, read_tidings
from checker.claiming import cite, make_claim, make_reckoned, surroundings
from checker.factuality.absences import list_turnouts
from checker.factuality.ages import may_be_one, whose_age
from checker.factuality.assertions import (
    figures_in,
    find_thing,
    is_narrowed,
    load_status_words,
    names_thing,
    persists,
    polarity_of,
    stage_of,
)
from checker.factuality.breadths import compare_reaches
from checker.factuality.castings import Casting, names_in, read_castings
from checker.factuality.causes import EXPLICIT as EXPLICIT_CAUSE
from checker.factuality.causes import Reason, kinds_of_cause, read_causes
from checker.factuality.clockpairs import read_clock_pairs
from checker.factuality.conversions import read_conversions
from checker.factuality.converted_sums import read_converted_sums
from checker.factuality.courses import compare_courses, periods_apart
from checker.factuality.deeds import Deed, compare_deeds, read_deeds
from checker.factuality.delegations import Delegation, is_kind, read_delegations
from checker.factuality.effects import cause_words, central_effects, find_effects, group_of_effect, names_told
from checker.factuality.ends import exclude as are_opposite_ends
from checker.factuality.ends import read_ends
from checker.factuality.extents import Extent, read_extents
from checker.factuality.extremes import compare_inclusions
from checker.factuality.facets import Locality, locality_words
from checker.factuality.fatalities import read_fatality
from checker.factuality.figured import SELF_NAMED, name_figured
from checker.factuality.gatherings import VISIT, are_of_one_occasion, looks_on, tell_of_one_matter
from checker.factuality.grounds import ANYTHING, Ground, read_grounds
from checker.factuality.groups import Group, group_of
from checker.factuality.headings import Heading, read_headings
from checker.factuality.hedges import read_hedges
from checker.factuality.inclusions import Inclusion, read_inclusions
from checker.factuality.lifespans import read_lifespans
from checker.factuality.limits import LONG as LONG_ARTICLE
from checker.factuality.limits import compare_bests, compare_holders
from checker.factuality.localities import Scene, names_beside, read_scenes
from checker.factuality.makeups import read_makeups
from checker.factuality.means import Means, asks_means, read_means
from checker.factuality.membership import read_memberships, same_membership
from checker.factuality.motions import Change, read_changes
from checker.factuality.multiples import read_multiples
from checker.factuality.natures import compare_natures, read_natures
from checker.factuality.newcomers import compare_newcomers
from checker.factuality.nicknames import Nickname, read_nicknames
from checker.factuality.opposites import are_opposed as are_contrary
from checker.factuality.otherdays import tells_of_other_days
from checker.factuality.partitions import read_partitions
from checker.factuality.percentages import percentages_apart
from checker.factuality.performers import asks_of, read_performers
from checker.factuality.persons import Person, person_of
from checker.factuality.placekinds import kinds_in
from checker.factuality.placing import ABSENT, PRESENT, is_told, place_subject, yield_to
from checker.factuality.portions import AMONG, LEFT_OUT, PORTIONS, restrictions_of, step_of, years_told
from checker.factuality.precedents import read_precedents
from checker.factuality.presence_rows import Presence, presence_words
from checker.factuality.presences import group_key, list_named, read_presences, relation_named
from checker.factuality.primacies import compare_primacies, read_primacies
from checker.factuality.prominence import is_brief
from checker.factuality.proportions import Proportion, read_proportions
from checker.factuality.rates import is_multiple, is_rate, rate_of
from checker.factuality.reaches import Reach, read_reaches
from checker.factuality.reasons import kinds_of_ground
from checker.factuality.retellings import ELSEWHERE, compare_tellings
from checker.factuality.revisions import Revision, read_revisions
from checker.factuality.rows import bounds_apart, compare_precedents
from checker.factuality.sameness import compare_standings
from checker.factuality.scaled import (
    SUPPOSED,
    WISHED,
    are_elsewhere,
    crowding,
    name_around,
    read_scaled,
    telling_words,
    words_leading_to,
)
from checker.factuality.scenes import compare_scenes
from checker.factuality.sites import Site, compare_sites, read_sites
from checker.factuality.sole_absences import LOOSE
from checker.factuality.sole_strangers import SoleStranger, compare_sole_strangers, read_sole_strangers, weigh_shared
from checker.factuality.spreads import Spread, read_spreads
from checker.factuality.standings import Standing, read_standings
from checker.factuality.states import State, compare_states, read_states
from checker.factuality.statures import Stature, read_statures
from checker.factuality.statuses import (
    StatusReading,
    concepts_of,
    opposites_of,
    predicate_words,
    read_statuses,
    rung_of,
)
from checker.factuality.strange_places import StrangePlace, compare_strange_places, read_strange_places
from checker.factuality.strangers import Stranger, read_strangers
from checker.factuality.successions import holds_now, noun_of, one_deed, one_kind, points_back, words_before
from checker.factuality.tellings import list_words, read_telling
from checker.factuality.temperatures import read_temperatures
from checker.factuality.tendencies import read_tendencies
from checker.factuality.things import CARRIERS, same_thing, same_words, shared_figures, times_apart
from checker.factuality.tolls import read_toll
from checker.factuality.totals import figures_beside, in_currency, is_beside, is_share, shares_beside, sums_beside
from checker.factuality.turnouts import ANYWHERE, IDLE, REMOTE, SLIGHT, VOICE, Turnout, marks_of, occasions_in
from checker.factuality.uniques import Unique, read_uniques
from checker.factuality.untimed import is_untimed, read_towards
from checker.factuality.voices import PRONOUNS, name_beside
from checker.factuality.weekdates import read_weekdates
from checker.factuality.whereabouts import name_meant, when_marks
from checker.factuality.wholes import compare_spreads
from checker.factuality.wordshares import read_word_shares
from checker.language.asking import form_participle, say_deed, say_noun, within
from checker.language.bests import Best, read_bests
from checker.language.occurrences import compare_occurrences, scope_of
from checker.language.phrases import (
    Setting,
    argument_lemmas,
    clause_at,
    content_lemmas,
    read_setting,
    sentence_at,
    tokens_in,
)
from checker.language.ranked import Rank
from checker.language.ranks import read_ranks
from checker.language.timed import Part, Timing
from checker.language.timings import read_timing
from checker.language.told import kinds_told
from checker.lexicon import (
    Concept,
    antonyms,
    concepts,
    familiarity,
    is_a,
    is_event_noun,
    is_group_noun,
    is_person_noun,
    opposed,
    relate,
    similarity,
    verb_of,
    word_concepts,
)
from checker.lexicon.occasions import is_occasion, occasions_of
from checker.lexicon.scales import Scale, Scales, Wording, find_wordings, load_scales
from checker.lexicon.wordlists import load_words, match_phrases
from checker.model import (
    Argument,
    Attribution,
    BlockKind,
    Claim,
    Clause,
    Document,
    Entity,
    Fit,
    Linking,
    Mention,
    MentionKind,
    Modality,
    Phrasing,
    Polarity,
    Quote,
    QuoteType,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    Tense,
    Token,
    Value,
    ValueType,
    Verdict,
)
from checker.names import roles_of
from checker.quantities.sums import comes_to
from checker.values.contraries import Thought, find_contrary, read_thoughts
from checker.values.copies import changed_words, compare_copies
from checker.values.cuts import find_cut
from checker.values.degrees import DegreeValue, StageValue, compare_degrees, compare_stages
from checker.values.entities import EntityValue, compare_entities, fold_name
from checker.values.firsts import FirstValue, compare_firsts
from checker.values.ladders import RUNGS, LadderValue, compare_rungs
from checker.values.natures import NatureValue
from checker.values.offices import load_offices
from checker.values.quantities import Quantity, compare_quantities
from checker.values.quotes import QuoteValue, compare_quotes, weigh_report
from checker.values.rates import rates_apart, told_for_others
from checker.values.revised import RevisedValue
from checker.values.roles import RoleValue, compare_roles
from checker.values.sentences import Place, SentenceValue, Word, compare_sentences, count_chances, share_words
from checker.values.sorts import are_two, sorts_of
from checker.values.speakers import SpokenBy, compare_speakers
from checker.values.stances import Stance, matter_of, read_stances, same_matter
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue, compare_statuses
from checker.values.tellings import Telling, UnitKind
from checker.values.texts import TextValue, compare_texts
from checker.values.times import Bound as TimeBound
from checker.values.times import TimeValue, compare_times
from checker.values.versions import find_miscopied, weigh_versions
from checker.values.wording import fold_phrases, read_utterance
from checker.values.written import are_other_figures

__all__ = [
    "ABSENT",
    "AMONG",
    "ANYTHING",
    "ANYWHERE",
    "CARRIERS",
    "CONSIDERED",
    "DONE",
    "ELSEWHERE",
    "EXPLICIT_CAUSE",
    "IDLE",
    "LEFT_OUT",
    "LONG_ARTICLE",
    "LOOSE",
    "PLANNED",
    "PORTIONS",
    "PRESENT",
    "PRONOUNS",
    "REMOTE",
    "RUNGS",
    "SELF_NAMED",
    "SLIGHT",
    "SUPPOSED",
    "VISIT",
    "VOICE",
    "WISHED",
    "Argument",
    "Attribution",
    "Best",
    "BlockKind",
    "Casting",
    "Change",
    "Claim",
    "Clause",
    "Concept",
    "Deed",
    "DegreeValue",
    "Delegation",
    "Document",
    "Entity",
    "EntityValue",
    "Extent",
    "FirstValue",
    "Fit",
    "Ground",
    "Group",
    "Heading",
    "Hearsay",
    "HearsayKind",
    "Inclusion",
    "LadderValue",
    "Linking",
    "Locality",
    "Means",
    "Mention",
    "MentionKind",
    "Modality",
    "NatureValue",
    "NewsGiver",
    "Nickname",
    "Part",
    "Person",
    "Phrasing",
    "Place",
    "Polarity",
    "Presence",
    "Proportion",
    "Quantity",
    "Quote",
    "QuoteType",
    "QuoteValue",
    "Rank",
    "Reach",
    "Reason",
    "Relation",
    "RevisedValue",
    "Revision",
    "Role",
    "RoleValue",
    "Rule",
    "Sayer",
    "Scale",
    "Scales",
    "Scene",
    "Sentence",
    "SentenceValue",
    "Setting",
    "Severity",
    "Site",
    "SoleStranger",
    "Span",
    "Speech",
    "SpokenBy",
    "SpokenWhen",
    "Spread",
    "StageValue",
    "Stance",
    "Standing",
    "State",
    "Stature",
    "StatusReading",
    "StatusValue",
    "StrangePlace",
    "Stranger",
    "Telling",
    "Tense",
    "TextValue",
    "Thought",
    "Tiding",
    "TimeBound",
    "TimeValue",
    "Timing",
    "Token",
    "Turnout",
    "Unique",
    "UnitKind",
    "Value",
    "ValueType",
    "Verdict",
    "Word",
    "Wording",
    "antonyms",
    "are_contrary",
    "are_elsewhere",
    "are_of_one_occasion",
    "are_opposite_ends",
    "are_other_figures",
    "are_two",
    "are_two_givers",
    "argument_lemmas",
    "ask_about",
    "ask_cause",
    "ask_direction",
    "ask_figure",
    "ask_movement",
    "ask_outcome",
    "ask_place",
    "ask_presence",
    "ask_quoted",
    "ask_report",
    "ask_speech",
    "ask_stage",
    "ask_time",
    "ask_unnamed",
    "asks_means",
    "asks_of",
    "bounds_apart",
    "cause_words",
    "central_effects",
    "changed_words",
    "cite",
    "clause_at",
    "comes_to",
    "compare_bests",
    "compare_copies",
    "compare_courses",
    "compare_deeds",
    "compare_degrees",
    "compare_entities",
    "compare_firsts",
    "compare_holders",
    "compare_inclusions",
    "compare_natures",
    "compare_newcomers",
    "compare_occasions",
    "compare_occurrences",
    "compare_precedents",
    "compare_primacies",
    "compare_quantities",
    "compare_quotes",
    "compare_reaches",
    "compare_roles",
    "compare_rungs",
    "compare_scenes",
    "compare_sentences",
    "compare_sites",
    "compare_sole_strangers",
    "compare_speakers",
    "compare_spreads",
    "compare_stages",
    "compare_standings",
    "compare_states",
    "compare_statuses",
    "compare_strange_places",
    "compare_tellings",
    "compare_texts",
    "compare_times",
    "concepts",
    "concepts_of",
    "content_lemmas",
    "count_chances",
    "crowding",
    "describe_speaker",
    "familiarity",
    "figures_beside",
    "figures_in",
    "find_contrary",
    "find_cut",
    "find_effects",
    "find_miscopied",
    "find_thing",
    "find_wordings",
    "fold_name",
    "fold_phrases",
    "form_participle",
    "group_key",
    "group_of",
    "group_of_effect",
    "holds_now",
    "in_currency",
    "is_a",
    "is_beside",
    "is_brief",
    "is_event_noun",
    "is_group_noun",
    "is_kind",
    "is_multiple",
    "is_narrowed",
    "is_occasion",
    "is_person_noun",
    "is_rate",
    "is_share",
    "is_told",
    "is_untimed",
    "kinds_in",
    "kinds_of_cause",
    "kinds_of_ground",
    "kinds_told",
    "list_named",
    "list_turnouts",
    "list_words",
    "load_offices",
    "load_scales",
    "load_status_words",
    "load_words",
    "locality_words",
    "looks_on",
    "make_claim",
    "make_reckoned",
    "marks_of",
    "match_phrases",
    "matter_of",
    "may_be_one",
    "name_around",
    "name_beside",
    "name_figured",
    "name_meant",
    "name_sayer",
    "name_unlisted",
    "names_beside",
    "names_in",
    "names_near",
    "names_thing",
    "names_told",
    "noun_of",
    "occasions_in",
    "occasions_of",
    "one_deed",
    "one_kind",
    "opposed",
    "opposites_of",
    "percentages_apart",
    "periods_apart",
    "persists",
    "person_of",
    "place_subject",
    "points_back",
    "polarity_of",
    "predicate_words",
    "presence_words",
    "rate_of",
    "rates_apart",
    "read_bests",
    "read_castings",
    "read_causes",
    "read_changes",
    "read_clock_pairs",
    "read_conversions",
    "read_converted_sums",
    "read_deeds",
    "read_delegations",
    "read_ends",
    "read_extents",
    "read_fatality",
    "read_grounds",
    "read_headings",
    "read_hearsay",
    "read_hedges",
    "read_inclusions",
    "read_lifespans",
    "read_makeups",
    "read_means",
    "read_memberships",
    "read_multiples",
    "read_natures",
    "read_newsgivers",
    "read_nicknames",
    "read_partitions",
    "read_performers",
    "read_precedents",
    "read_presences",
    "read_primacies",
    "read_proportions",
    "read_ranks",
    "read_reaches",
    "read_revisions",
    "read_scaled",
    "read_scenes",
    "read_setting",
    "read_sites",
    "read_sole_strangers",
    "read_speech",
    "read_spreads",
    "read_stances",
    "read_standings",
    "read_states",
    "read_statures",
    "read_statuses",
    "read_strange_places",
    "read_strangers",
    "read_telling",
    "read_temperatures",
    "read_tendencies",
    "read_thoughts",
    "read_tidings",
    "read_timing",
    "read_toll",
    "read_towards",
    "read_turns",
    "read_uniques",
    "read_utterance",
    "read_weekdates",
    "read_word_shares",
    "relate",
    "relation_named",
    "restrictions_of",
    "roles_of",
    "rung_of",
    "same_matter",
    "same_membership",
    "same_thing",
    "same_words",
    "say_deed",
    "say_noun",
    "scope_of",
    "sentence_at",
    "share_words",
    "shared_figures",
    "shares_beside",
    "similarity",
    "sorts_of",
    "stage_of",
    "step_of",
    "sums_beside",
    "surroundings",
    "tell_of_one_matter",
    "telling_words",
    "tells_of_other_days",
    "times_apart",
    "tokens_in",
    "told_for_others",
    "verb_of",
    "weigh_report",
    "weigh_shared",
    "weigh_versions",
    "when_marks",
    "whose_age",
    "within",
    "word_concepts",
    "words_before",
    "words_leading_to",
    "years_told",
    "yield_to",
]
