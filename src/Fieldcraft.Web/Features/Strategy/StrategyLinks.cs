using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Conditions;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>Every address of the strategy.</summary>
public static class StrategyLinks
{
    public const string Room = "/strategy";
    public const string Coherence = "/strategy/coherence";
    public const string Work = "/strategy/work";
    public const string Gaps = "/strategy/gaps";
    public const string Ledger = "/strategy/ledger";
    public const string Page = "/strategy/page";
    public const string Function = "/strategy/function";
    public const string Places = "/strategy/places";
    public const string Consensus = "/strategy/consensus";
    public const string Sessions = "/strategy/sessions";
    public const string Requests = "/requests";
    public const string NewRequest = "/requests/new";
    public const string Promises = "/promises";

    public static string New(StrategyKind kind) => $"/strategy/new/{NameOf(kind)}";

    /// <summary>A new piece that hangs on another one.</summary>
    public static string New(StrategyKind kind, StrategyEntryId serves) => $"{New(kind)}?serves={serves.Value}";

    public static string NewPlace(UnitId unit) => $"{New(StrategyKind.Place)}?unit={unit.Value}";

    public static string One(StrategyEntryId id) => $"/strategy/{id.Value}";

    public static string Change(StrategyEntryId id) => $"/strategy/{id.Value}/change";

    /// <summary>Where a condition of the organisation is stated from a diagnosis.</summary>
    public static string State(StrategyPiece diagnosis, string topic) =>
        $"{ConditionsLinks.Write(diagnosis.UnitId, topic)}?from={diagnosis.Id.Value}";

    public static string Wordings(StrategyEntryId id) => $"/strategy/{id.Value}/wordings";

    /// <summary>Where what was said in a working session is taken over.</summary>
    public static string TakeOver(LiveSessionId id) => $"{Sessions}/{id.Value}";

    public static string Request(LearningRequestId id) => $"{Requests}/{id.Value}";

    public static string Promise(EnablingPromiseId id) => $"{Promises}/{id.Value}";

    public static string PromisesIn(Quarter quarter) => $"{Promises}?quarter={quarter.Name}";

    public static string NameOf(StrategyKind kind) => StrategyForms.Of(kind).Id;

    public static StrategyKind? KindOf(string name) =>
        Enum.GetValues<StrategyKind>().Where(k => NameOf(k) == name).Select(k => (StrategyKind?)k).FirstOrDefault();

    /// <summary>The page that lists pieces of a kind.</summary>
    public static string ListOf(StrategyKind kind) =>
        kind switch
        {
            StrategyKind.Process => Work,
            StrategyKind.Gap => Gaps,
            StrategyKind.Effort or StrategyKind.Balance => Ledger,
            StrategyKind.Place => Places,
            _ => Room,
        };
}
