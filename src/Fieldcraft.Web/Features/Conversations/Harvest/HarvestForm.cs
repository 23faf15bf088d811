using Fieldcraft.Web.Html;

namespace Fieldcraft.Web.Features.Conversations.Harvest;

/// <summary>The form that takes something along, on the pages of both kinds of conversation.</summary>
/// <param name="Draft">Under which name the device keeps what was typed.</param>
public sealed record HarvestForm(HarvestInput Input, IReadOnlyList<Choice> Plans, string Action, string Draft);
