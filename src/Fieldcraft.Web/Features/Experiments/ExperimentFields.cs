using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>The fields of a planned experiment, and why they were not kept when they were not.</summary>
public sealed record ExperimentFields(ExperimentWording Input, Refusal? Refusal);
