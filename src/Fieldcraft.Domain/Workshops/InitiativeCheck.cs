using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>Eight sentences about what somebody does and where they wait (DOMAIN 6.8), each agreed to from 1 to 5. No norms exist.</summary>
public static class InitiativeItems
{
    public const int Count = 8;
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>The smallest and largest sum after reversing.</summary>
    public const int LeastSum = Count * Least;
    public const int MostSum = Count * Most;

    /// <summary>Items that speak of waiting: agreeing to them counts the other way round.</summary>
    public static bool IsReversed(int item) => item is 1 or 4 or 6;

    /// <summary>The word of an item, from 1.</summary>
    public static string WordOf(int item) => string.Create(CultureInfo.InvariantCulture, $"workshops.check.item.{item}");

    /// <summary>Everything wrong with the answers; empty when they can be used. All eight are needed: a mean of some is another measure.</summary>
    public static IReadOnlyList<InputProblem> Problems(IReadOnlyList<int?> answers) =>
        answers.Count != Count
            ? [new InputProblem("answers", InputProblems.WrongCount)]
            :
            [
                .. answers.SelectMany(
                    (a, i) =>
                        a is null
                            ? [new InputProblem($"answers[{i}]", InputProblems.Missing)]
                            : InputProblems.Outside($"answers[{i}]", a, Least, Most)
                ),
            ];

    /// <summary>The sum after reversing, <see cref="LeastSum"/> to <see cref="MostSum"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="Problems"/> is not empty.</exception>
    public static int Sum(IReadOnlyList<int> answers)
    {
        InputProblems.Refuse(Problems([.. answers.Select(a => (int?)a)]), nameof(answers));
        return answers.Select((a, i) => IsReversed(i + 1) ? Least + Most - a : a).Sum();
    }

    /// <summary>The mean after reversing, 1 to 5.</summary>
    public static double Mean(IReadOnlyList<int> answers) => (double)Sum(answers) / Count;
}

/// <summary>One look of a person at themselves. Its answers are sealed, the numbers among them; nobody else opens them, and no group figure leads back to it.</summary>
public sealed class InitiativeCheck : Aggregate<InitiativeCheckId>
{
    private InitiativeCheck(InitiativeCheckId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public DateOnly TakenOn { get; private set; }

    /// <summary>The eight answers in their order, as digits.</summary>
    public SealedText Answers { get; private set; } = null!;

    /// <exception cref="ArgumentOutOfRangeException">The answers have problems: forms and API refuse that before.</exception>
    public static InitiativeCheck Take(
        InitiativeCheckId id,
        PersonId owner,
        IReadOnlyList<int> answers,
        DateOnly today,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        _ = InitiativeItems.Sum(answers);
        var check = new InitiativeCheck(id)
        {
            OwnerId = owner,
            TakenOn = today,
            Answers = sealer.SealRequired(
                nameof(Answers),
                string.Concat(answers.Select(a => a.ToString(CultureInfo.InvariantCulture))),
                InitiativeItems.Count
            ),
        };
        check.Happened(new InitiativeCheckTaken(owner.Value, id.Value, now));
        return check;
    }

    /// <summary>What the opened text holds.</summary>
    public static IReadOnlyList<int> Read(string text) => [.. text.Select(c => c - '0')];

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new InitiativeCheckTornUp(OwnerId.Value, Id.Value, now));
}
