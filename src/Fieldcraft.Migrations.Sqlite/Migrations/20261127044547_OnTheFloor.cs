using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OnTheFloor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    FromHigh = table.Column<int>(type: "INTEGER", nullable: false),
                    FromLow = table.Column<int>(type: "INTEGER", nullable: false),
                    DrawnById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DrawnAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDraws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDraws_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_CaseDraws_People_DrawnById",
                        column: x => x.DrawnById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "OutcomeMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Better = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Per = table.Column<int>(type: "INTEGER", nullable: false),
                    ChannelChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DefinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutcomeMeasures_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SignSightings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NotedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Teams = table.Column<int>(type: "INTEGER", nullable: false),
                    First = table.Column<int>(type: "INTEGER", nullable: false),
                    Second = table.Column<int>(type: "INTEGER", nullable: false),
                    Third = table.Column<int>(type: "INTEGER", nullable: false),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignSightings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignSightings_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SignSightings_People_NotedById",
                        column: x => x.NotedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_SignSightings_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "TeamUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SaidAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamUses_Modules_ModuleId",
                        column: x => x.ModuleId,
                        principalTable: "Modules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_TeamUses_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SuccessCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Story = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuccessCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuccessCases_CaseDraws_DrawId",
                        column: x => x.DrawId,
                        principalTable: "CaseDraws",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SuccessCases_People_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FigureImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StagedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    StagedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FigureImports_OutcomeMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "OutcomeMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_FigureImports_People_StagedById",
                        column: x => x.StagedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "SiteFigures",
                columns: table => new
                {
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    N = table.Column<long>(type: "INTEGER", nullable: false),
                    Sum = table.Column<double>(type: "REAL", nullable: false),
                    Squares = table.Column<double>(type: "REAL", nullable: false),
                    TakenInAt = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_SiteFigures",
                        x => new
                        {
                            x.MeasureId,
                            x.SiteId,
                            x.Week,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_SiteFigures_OutcomeMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "OutcomeMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_SiteFigures_Units_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(name: "IX_CaseDraws_DrawnById", table: "CaseDraws", column: "DrawnById");

            migrationBuilder.CreateIndex(name: "IX_CaseDraws_ModuleId", table: "CaseDraws", column: "ModuleId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_FigureImports_MeasureId", table: "FigureImports", column: "MeasureId");

            migrationBuilder.CreateIndex(name: "IX_FigureImports_StagedById", table: "FigureImports", column: "StagedById");

            migrationBuilder.CreateIndex(name: "IX_OutcomeMeasures_ProgrammeId", table: "OutcomeMeasures", column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_SignSightings_ModuleId_SiteId_Week_NotedById",
                table: "SignSightings",
                columns: new[] { "ModuleId", "SiteId", "Week", "NotedById" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SignSightings_NotedById", table: "SignSightings", column: "NotedById");

            migrationBuilder.CreateIndex(name: "IX_SignSightings_SiteId", table: "SignSightings", column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteFigures_MeasureId_Month",
                table: "SiteFigures",
                columns: new[] { "MeasureId", "Month" }
            );

            migrationBuilder.CreateIndex(name: "IX_SiteFigures_SiteId", table: "SiteFigures", column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessCases_DrawId_LeaderId",
                table: "SuccessCases",
                columns: new[] { "DrawId", "LeaderId" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_SuccessCases_LeaderId", table: "SuccessCases", column: "LeaderId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessCases_ModuleId_State",
                table: "SuccessCases",
                columns: new[] { "ModuleId", "State" }
            );

            migrationBuilder.CreateIndex(name: "IX_TeamUses_LeaderId", table: "TeamUses", column: "LeaderId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamUses_ModuleId_LeaderId",
                table: "TeamUses",
                columns: new[] { "ModuleId", "LeaderId" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "FigureImports");

            migrationBuilder.DropTable(name: "SignSightings");

            migrationBuilder.DropTable(name: "SiteFigures");

            migrationBuilder.DropTable(name: "SuccessCases");

            migrationBuilder.DropTable(name: "TeamUses");

            migrationBuilder.DropTable(name: "OutcomeMeasures");

            migrationBuilder.DropTable(name: "CaseDraws");
        }
    }
}
