using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

/// <summary>What kind of work a process is (DOMAIN 8.3; after Snowden &amp; Boone 2007, nearest domains).</summary>
public enum WorkType
{
    /// <summary>Cause and effect are clear, or open to experts.</summary>
    Known,

    /// <summary>Many interacting parts; effects are seen afterwards.</summary>
    Complex,

    /// <summary>The goal itself is open.</summary>
    Discovery,
}

/// <summary>The five questions about a process and what they come to.</summary>
public static class WorkTypes
{
    /// <summary>“Fixed” answers from which work is known.</summary>
    public const int FixedForKnown = 4;

    /// <summary>
    /// A goal that is open makes it discovery; four or five fixed answers make it known; everything else is complex (DOMAIN 8.3). Discovery goes first: with an open goal
    /// the other four can all be fixed. Null until all five are answered.
    /// </summary>
    public static WorkType? Of(Sheet process)
    {
        if (StrategyForms.WorkQuestions.Any(q => !process.Has(q)))
        {
            return null;
        }

        return process["goalFixed"] == "no" ? WorkType.Discovery
            : StrategyForms.WorkQuestions.Count(q => process[q] == "yes") >= FixedForKnown ? WorkType.Known
            : WorkType.Complex;
    }
}
