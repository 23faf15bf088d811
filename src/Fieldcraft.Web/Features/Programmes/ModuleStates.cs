using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Programmes;

internal static class ModuleStates
{
    /// <summary>A word and a date: being written, opens, open until, over since.</summary>
    public static string StateIn(this ModuleLine module, Words words, DateOnly today) =>
        !module.IsPublished ? words["programmes.state.writing", words.Day(module.WindowStart)]
        : today < module.WindowStart ? words["programmes.state.opens", words.Day(module.WindowStart)]
        : module.IsOpenOn(today) ? words["programmes.state.open", words.Day(module.WindowEnd.AddDays(-1))]
        : words["programmes.state.over", words.Day(module.WindowEnd.AddDays(-1))];

    /// <summary>The refusal with its days written as people say them.</summary>
    public static Refusal Worded(this Refusal refusal, Words words) =>
        new(refusal.Code, [.. refusal.Arguments.Select(a => a is DateOnly day ? words.Day(day) : a)]);
}
