using System.Collections.Immutable;

namespace Bot.Retrieval.Evaluation;

/// <summary>A set of questions over a corpus.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Kind">What it measures, as its list says.</param>
/// <param name="Sources">Folders or <c>.jsonl</c> files; the corpus is all of them together.</param>
/// <param name="QuestionsFile">Full path of the questions.</param>
public sealed record QuestionSet(string Name, string Kind, ImmutableArray<string> Sources, string QuestionsFile);

/// <summary>One question of a set.</summary>
/// <param name="Id">Unique in its set.</param>
/// <param name="Question">The text.</param>
/// <param name="Gold">Record ids of the passages that count as right; empty when nothing answers.</param>
/// <param name="Documents">Document names that count as right, where the set goes by documents; empty when nothing answers.</param>
/// <param name="Answers">Strings of which one must be quoted.</param>
public sealed record EvaluationQuestion(string Id, string Question, ImmutableArray<string>? Gold, ImmutableArray<string>? Documents, ImmutableArray<string> Answers);
