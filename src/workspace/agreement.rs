//! What agreement is measured on, read from the project.

use super::{Result, Workspace};
use crate::job::Progress;
use crate::model::AnnotatorId;
use crate::review::agreement::{Material, did};

impl Workspace {
    /// Reads what these annotators have, or where none are named everyone
    /// who did an article, by name; as much of it as the one who is annotating
    /// may see.
    ///
    /// # Errors
    /// When the project can't be read, or the work was stopped.
    pub fn agreement_material(
        &self,
        annotators: &[AnnotatorId],
        progress: &dyn Progress,
    ) -> Result<Material> {
        let mut people: Vec<_> = self.registry().people().map(|person| (&person.name, person.id)).collect();
        people.sort();
        let mut material = match annotators {
            [] => Material::new(people.into_iter().map(|(_, id)| id).collect()),
            named => Material::new(named.to_vec()),
        };
        let mut found = vec![!annotators.is_empty(); material.annotators.len()];
        let total = self.article_ids()?.len();
        let mut read = 0;
        self.each_document(|document| {
            let news = found.iter_mut().zip(&material.annotators).filter(|(found, _)| !**found);
            for (found, annotator) in news {
                *found = did(&document, *annotator);
            }
            material.add(&document);
            read += 1;
            Ok(progress.at(read, total)?)
        })?;
        material.keep(&found);
        Ok(material)
    }
}
