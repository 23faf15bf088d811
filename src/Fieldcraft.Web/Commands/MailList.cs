using Fieldcraft.Web.Mail;

namespace Fieldcraft.Web.Commands;

/// <summary>Lists the letters that lie in the mail folder.</summary>
internal sealed class MailList : ICommand
{
    public string Name => "mail list";

    public string Usage => "[--data DIR]";

    public async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (settings, json) = (arguments.Settings(), arguments.Json);
        arguments.NothingElse();
        var letters = await FolderMailer.ListAsync(settings, cancellationToken);
        await Office.WriteAsync(
            terminal,
            json,
            letters,
            letters.Count == 0 ? "No letters." : string.Join('\n', letters.Select(l => $"{l.SentAt:u}  {l.To}  {l.Subject}"))
        );
        return ExitCode.Done;
    }
}
