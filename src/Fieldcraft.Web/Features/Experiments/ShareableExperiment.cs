using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>A copy of an experiment for named readers: what is planned, and what came of it.</summary>
public sealed class ShareableExperiment(ExperimentReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.Experiment;

    public string AddressOf(Guid item) => ExperimentsLinks.Experiment(ExperimentId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ExperimentId.From(item), cancellationToken) is not { } one)
        {
            return null;
        }

        (string Key, string? Text)[] parts =
        [
            ("experiment.on.label", words.Day(one.On)),
            ("experiment.seen_by.label", one.Planned.SeenBy),
            ("experiment.situation.label", one.Planned.Situation),
            ("plan.if_then", one.Planned.If is null ? null : words["plan.if_then.text", one.Planned.If, one.Planned.Then]),
            ("experiment.expectation.label", one.Planned.Expectation),
            ("experiment.evidence.label", one.Planned.Evidence),
            ("experiment.risk.label", one.Planned.RiskAndGuard),
            ("experiment.happened.label", one.Captured.WhatHappened),
            ("experiment.effect.label", one.Captured.EffectSeen),
            ("experiment.surprise.label", one.Captured.Surprise),
            ("experiment.lesson.label", one.Lesson),
            ("experiment.next_step.label", one.NextStep),
        ];
        return new SharedCopy(one.What, [.. parts.Where(p => p.Text is not null).Select(p => new SharedSection(words[p.Key], p.Text!))]);
    }
}
