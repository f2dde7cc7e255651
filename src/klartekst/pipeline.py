"""The one place that knows the spaCy pipeline: loads it, and parses a document once."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.checks import Annotation
from klartekst.document import Document
from klartekst.errors import PipelineError
from klartekst.resources import builtin_root
from klartekst.sentence_ends import preset

if TYPE_CHECKING:
    from confection import Config
    from spacy.language import Language
    from spacy.tokens import Doc

AUTO = "auto"
BUILTIN = "nb_klartekst_sm"
_BATCH = 32  # documents at a time

# Which components give an annotation; any one of them will do.
_GIVEN_BY: dict[Annotation, frozenset[str]] = {
    "tags": frozenset({"morphologizer"}),
    "lemmas": frozenset({"trainable_lemmatizer", "lemmatizer"}),
    "parse": frozenset({"parser"}),
    "names": frozenset({"ner"}),
}
_IN_WORDS: dict[Annotation, str] = {
    "tags": "ordklasser (morphologizer)",
    "lemmas": "grunnformer (lemmatizer)",
    "parse": "setningsanalyse (parser)",
    "names": "navn (ner)",
}
_SENTENCES_GIVEN_BY = frozenset({"senter", "sentencizer"})


@dataclass(frozen=True)
class Pipeline:
    """A loaded pipeline with the components that the chosen rules need, and no others."""

    name: str
    nlp: Language

    def parse(self, document: Document) -> Doc:
        """The document as a Doc whose text is `document.text`; no sentence crosses two blocks."""
        return self.nlp(self._with_blocks(document))

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """Each document as by `parse`, in order; many at a time are quicker than one by one."""
        return self.nlp.pipe(map(self._with_blocks, documents), batch_size=_BATCH)

    def parse_texts(self, texts: Iterable[str]) -> dict[str, Doc]:
        """Short texts, such as the messages of a brief, each as a Doc of its own."""
        unique = list(dict.fromkeys(texts))
        return dict(zip(unique, self.nlp.pipe(unique), strict=True))

    def _with_blocks(self, document: Document) -> Doc:
        """The tokens of a document, with a sentence begun at each block."""
        starts = [block.span.start for block in document.blocks]
        return preset(self.nlp.make_doc(document.text), starts)


def load_pipeline(name: str, needs: frozenset[Annotation]) -> Pipeline:
    """The pipeline of that name or path, or for «auto» the shipped one.

    Components that give nothing of `needs` are not loaded. Raises PipelineError when the pipeline
    is missing, cannot be loaded, or lacks something needed. Nothing is ever downloaded.
    """
    from spacy.util import get_model_meta, load_config, load_model_from_config

    # Registers a component of the shipped pipeline, also where the entry point is not installed.
    import klartekst.name_consistency  # noqa: F401

    folder = _data_folder(name)
    with warnings.catch_warnings():
        # spaCy warns of a pipeline trained with another patch version: nothing a user can mend.
        warnings.simplefilter("ignore")
        try:
            # The two halves of spacy.load: the config tells what can be left out, and is read once.
            config = load_config(folder / "config.cfg")
            components = _components(config)
            unneeded = _unneeded(components, needs)
            nlp = load_model_from_config(config, exclude=unneeded, meta=get_model_meta(folder))
            nlp.from_disk(folder, exclude=unneeded)
        except (OSError, ValueError, KeyError, AttributeError, ImportError) as error:
            message = (
                f"Språkmodellen {name} kan ikke lastes. Den er skadet eller laget for en annen "
                "versjon av spaCy. Installer den på nytt, eller bruk --pipeline auto."
            )
            raise PipelineError(message) from error
    _require(name, set(components.values()), needs)
    if "parser" not in nlp.pipe_names:
        _add_sentences(nlp)
    return Pipeline(f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}", nlp)


def _data_folder(name: str) -> Path:
    """Where the config and weights of a pipeline lie. Raises PipelineError if nowhere."""
    from spacy.util import get_package_path, is_package

    if name == AUTO:
        folder = builtin_root("models") / BUILTIN
        if (folder / "config.cfg").is_file():
            return folder
        raise PipelineError(
            "Språkmodellen som følger med klartekst, mangler. Installer klartekst på nytt, "
            "eller velg en annen modell med --pipeline."
        )
    if (Path(name) / "config.cfg").is_file():
        return Path(name)
    if is_package(name):
        configs = sorted(get_package_path(name).glob("*/config.cfg"))
        if configs:
            return configs[-1].parent
    raise PipelineError(_missing(name))


def _missing(name: str) -> str:
    if "/" in name or "\\" in name:
        return f"Fant ingen språkmodell i {name}. Mappa skal ha en fil som heter config.cfg."
    return (
        f"Fant ikke språkmodellen {name}. Installer den med «python -m spacy download {name}», "
        "eller bruk --pipeline auto."
    )


def _components(config: Config) -> dict[str, str]:
    """The factory of each component, by its name."""
    return {
        component: str(settings.get("factory", ""))
        for component, settings in config.get("components", {}).items()
    }


def _unneeded(components: dict[str, str], needs: frozenset[Annotation]) -> list[str]:
    factories = set(components.values())
    wanted = set(needs)
    if "lemmatizer" in factories and "lemmas" in needs:
        wanted.add("tags")  # the rule-based lemmatizer looks words up by their part of speech
    if not factories & _SENTENCES_GIVEN_BY:
        wanted.add("parse")  # somebody must find the sentences
    unneeded = {factory for given, by in _GIVEN_BY.items() if given not in wanted for factory in by}
    return [component for component, factory in components.items() if factory in unneeded]


def _require(name: str, factories: set[str], needs: frozenset[Annotation]) -> None:
    lacking = [_IN_WORDS[need] for need in sorted(needs) if not factories & _GIVEN_BY[need]]
    if lacking:
        raise PipelineError(
            f"Språkmodellen {name} gir ikke {' og '.join(lacking)}, som reglene trenger. "
            "Velg en annen modell med --pipeline."
        )


def _add_sentences(nlp: Language) -> None:
    """Let something find sentences when the parser does not."""
    if "senter" in nlp.disabled:
        nlp.enable_pipe("senter")
    elif not {"senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer")
