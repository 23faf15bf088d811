using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experiments.ChangeExperiment;

public sealed class ChangeExperimentModel(ExperimentDesk desk, ExperimentReading reading, Viewer viewer, Words words, TimeProvider clock)
    : ExperimentFormModel<ExperimentWording>(desk, reading, viewer, words, clock)
{
    protected override string Flash => "experiment.flash.saved";

    protected override ExperimentWording SavedIn(OpenExperiment experiment) => experiment.Planned;

    protected override Outcome Write(LeadershipExperiment experiment, ISealer sealer, DateTimeOffset now) =>
        experiment.Rewrite(Input, sealer, now);
}
