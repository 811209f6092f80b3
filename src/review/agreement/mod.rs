//! How far annotators agree.
//!
//! What counts, by rule:
//!
//! - An annotator *did* an article whose layer is done (or submitted, or
//!   reviewed), or in which they have a quote. All others are missing there,
//!   not empty; an article counts where at least two did it.
//! - Two annotators who found nothing agree: F1, agr and the measures on the
//!   text are 1. One who found nothing against one who found something: F1
//!   and agr are 0.
//! - One label throughout: κ and α are 1, since all that there is agrees.
//! - Where there is nothing to compare (no aligned quotes for a label, no
//!   units that meet for cuα), a measure has no value.
//! - Spans of no length hold no text and do not count.
//! - Quotes are aligned one to one by the overlap of their contents
//!   ([`crate::review::pairs`]); cues and sources are aligned by themselves.
//! - Measures on the text label it content, else cue, else source, else
//!   none. Articles lie end to end; no unit and no gap goes over an article's
//!   edge.
//! - γ's units are the pieces of contents, their categories the types.
//! - Sampling is seeded: the same data give the same numbers, in whatever
//!   order annotators and articles come.
//! - F1, agr and accuracy lie between 0 and 1, κ and α between −1 and 1 (by
//!   token, uα and cuα too). αU and γ are at most 1 and have no lower bound:
//!   readings can differ many times more than chance would have them (one who
//!   marks a whole text of ten code points against one who marks nothing gives
//!   αU = −13.5).
//! - All are the same whichever of two annotators is called A, but for
//!   agr(A‖B), which is then agr(B‖A).

mod cases;
mod coincidence;
mod f1;
mod figures;
mod gamma;
mod kappa;
mod label;
mod material;
mod measure;
mod nominal;
mod report;
mod token;
mod unitizing;

pub use cases::{Case, Confusion, Held, Outcome, cases, confused, confusion};
pub use coincidence::{Coincidences, Valued};
pub use f1::Matches;
pub use gamma::{
    Continuum as GammaContinuum, Gamma, Sampling, Share, Unit, disorder, dissimilarity, gamma, shuffled,
};
pub use kappa::{Cohen, Fleiss};
pub use label::{Label, LabelValue, Labels};
pub use material::{Mark, Match, Material, Pairing, Work, did};
pub use measure::{Figure, Measure, Part, Scope};
pub use nominal::Nominal;
pub use report::{Options, Report, measure};
pub use token::{NONE, PARTS, Stretch, token_starts};
pub use unitizing::{Continuum, Disagreement, Pool, Unitized, alpha_u};
